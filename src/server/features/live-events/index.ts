export { formatEvent } from './event-stream.ts';
export { LiveEvents } from './live-events-service.ts';
export { liveEventRoutes } from './live-events-routes.ts';
