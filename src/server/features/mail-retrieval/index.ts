export { createContentStore, ContentGoneError, type ContentStore } from './content-store.ts';
export { createMessageStore, type MessagePage, type MessageStore } from './message-store.ts';
export type { MessageHeader, StoredMessage } from './stored-message.ts';
