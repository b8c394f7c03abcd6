import { element } from './element.ts';
import type { ChannelLog } from './tab-channel.ts';
import type { TabMessage } from './tab-message.ts';

const kept = 60;

/** The last messages of the tab by name and outcome; arguments are left out, since they may hold tokens. */
export class MessageLog implements ChannelLog {
  readonly list = element('ol', { class: 'messages', 'aria-label': 'Messages of the tab, newest first' });

  received(message: TabMessage, answered: 'answered' | 'no answer' | 'unknown'): void {
    this.#add(message.func, answered === 'unknown' ? 'unknown, no answer' : answered, answered);
  }

  sent(event: string): void {
    this.#add(event, 'sent to the tab', 'sent');
  }

  #add(func: string, outcome: string, kind: string): void {
    const time = new Date().toTimeString().slice(0, 8);
    this.list.prepend(
      element(
        'li',
        { 'data-kind': kind },
        element('time', {}, time),
        element('code', {}, func),
        element('span', {}, outcome),
      ),
    );
    while (this.list.childElementCount > kept) this.list.lastElementChild?.remove();
  }
}
