import { mimeContent, type OutlookItem } from '../../graph/outlook-items.ts';
import { composeMime } from './compose-mime.ts';

/** Items never change, so what was composed for one stays right as long as the item lives. */
const composed = new WeakMap<OutlookItem, Buffer>();

/** A message as POP3 hands it out: as it came in, or composed from the properties that Graph was given. */
export function mimeOf(item: OutlookItem): Buffer {
  const content = item[mimeContent] ?? composed.get(item) ?? composeMime(item);
  if (item[mimeContent] === undefined) composed.set(item, content);
  return content;
}
