export type { MessageAttachment, MessageContent, MessagePerson } from './message-content.ts';
export { MessageReader, type MessageReaderOptions, type OpenedAttachment } from './message-reader.ts';
