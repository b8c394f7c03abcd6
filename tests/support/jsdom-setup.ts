import { TextDecoder, TextEncoder } from 'node:util';
import { runInThisContext } from 'node:vm';

// What every browser has and jsdom lacks.
class NoResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Object.assign(globalThis, { TextDecoder, TextEncoder, ResizeObserver: NoResizeObserver });

// Node has what jsdom lacks of the Fetch standard; the main context is where it lives.
const node = runInThisContext('globalThis') as typeof globalThis;
Object.assign(globalThis, {
  fetch: node.fetch,
  Headers: node.Headers,
  Response: node.Response,
  ReadableStream: node.ReadableStream,
});
// jsdom has no layout, so there is nothing to scroll.
Element.prototype.scrollIntoView = () => undefined;
