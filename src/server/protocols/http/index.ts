export { createHttpExchange, NetworkError, type HttpExchange, type HttpReply } from './exchange.ts';
export { refusalOfError, refusalOfReply, type Refusal } from './refusal.ts';
