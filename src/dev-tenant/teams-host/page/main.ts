import type { HostData } from '../host-data.ts';
import { byId, element } from './element.ts';
import { FaultPanel } from './fault-panel.ts';
import { HostPage } from './host-page.ts';
import { MessageLog } from './message-log.ts';
import { demoUsers, mailHostValues, registrationValues } from './reference-sections.ts';
import { readSettings } from './settings.ts';
import { TenantControl } from './tenant-control.ts';
import { ViewControls } from './view-controls.ts';

const response = await fetch('/host/data.json');
const data = (await response.json()) as HostData;
const log = new MessageLog();
const people = data.users.filter(({ isPerson }) => isPerson);
const settings = readSettings(
  window.location.search,
  people.map(({ signInName }) => signInName),
);
const page = new HostPage(data, settings, log);
const faults = new FaultPanel(
  new TenantControl(data.tenantUrl),
  data.users.map(({ signInName }) => signInName),
);

const panel = byId('panel', HTMLElement);
const view = new ViewControls(page);
page.addEventListener('change', () => view.follow(page.settings));
panel.append(
  section('View', true, view.body),
  ...data.registrations.map((registration, index) =>
    section(`Registration "${registration.name}"`, index === 0, registrationValues(registration)),
  ),
  ...(data.mailHosts ? [section('Mail hosts', false, mailHostValues(data.mailHosts))] : []),
  section('Demo users', false, demoUsers(page)),
  section('Faults', false, faults.body, faults.count),
  section('Messages', false, log.list),
);

const controls = byId('controls', HTMLDetailsElement);
controls.open = window.matchMedia('(min-width: 60rem)').matches;
page.show();
await Promise.all([page.reload(), faults.refresh()]);

function section(title: string, open: boolean, body: HTMLElement, ...beside: HTMLElement[]): HTMLElement {
  return element('details', { class: 'section', open }, element('summary', {}, title, ...beside), body);
}
