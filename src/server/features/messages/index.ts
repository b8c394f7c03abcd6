export { messageContentRoutes } from './message-content-routes.ts';
export { messageRoutes } from './message-routes.ts';
export { Messages } from './messages-service.ts';
