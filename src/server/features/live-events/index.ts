export { createLiveEvents, type LiveEvents } from './live-events.ts';
export { liveEventRoutes } from './live-events-routes.ts';
export { formatEvent } from './event-stream.ts';
