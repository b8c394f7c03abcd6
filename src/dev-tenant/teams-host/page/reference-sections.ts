import type { HostMail, HostRegistration } from '../host-data.ts';
import { element } from './element.ts';
import type { HostPage } from './host-page.ts';

/** The values to paste into the product, in the order of its form, each with a button that copies it. */
export function registrationValues(registration: HostRegistration): HTMLElement {
  const rows: [string, string][] = [
    ['Client secret (value)', registration.secretValue],
    ['Application ID', registration.applicationId],
    ['Directory ID', registration.directoryId],
    ['Secret expires', registration.secretExpiresOn],
    ['Probe mailbox', registration.probeMailbox],
  ];
  return element(
    'div',
    {},
    element('p', { class: 'hint' }, registration.state),
    element(
      'dl',
      { class: 'values' },
      ...rows.map(([label, value]) => valueRow(registration.name, label, value)),
    ),
  );
}

/** What a mail program of one's own has to be told. */
export function mailHostValues({ pop, smtp, authority }: HostMail): HTMLElement {
  const rows: [string, string][] = [
    ['POP3 over TLS', pop],
    ['SMTP with STARTTLS', smtp],
    ['Certificate authority', authority],
  ];
  return element(
    'dl',
    { class: 'values' },
    ...rows.map(([label, value]) => valueRow('the mail hosts', label, value)),
  );
}

function valueRow(registration: string, label: string, value: string): HTMLElement {
  const copy = element(
    'button',
    { type: 'button', class: 'copy', 'aria-label': `Copy ${label} of ${registration}` },
    'Copy',
  );
  copy.addEventListener('click', () => void copyText(copy, value));
  return element('div', {}, element('dt', {}, label), element('dd', {}, element('code', {}, value), copy));
}

async function copyText(button: HTMLButtonElement, value: string): Promise<void> {
  await navigator.clipboard.writeText(value);
  button.textContent = 'Copied';
  setTimeout(() => (button.textContent = 'Copy'), 1500);
}

/** Everyone in the tenants, with what sets them apart and a way to become them. */
export function demoUsers(page: HostPage): HTMLElement {
  const tenants = [...new Set(page.data.users.map(({ tenantName }) => tenantName))];
  return element(
    'div',
    {},
    element('p', { class: 'hint' }, 'Password of everyone: ', element('code', {}, page.data.password)),
    ...tenants.map((tenant) => tenantUsers(page, tenant)),
  );
}

function tenantUsers(page: HostPage, tenant: string): HTMLElement {
  const users = page.data.users.filter(({ tenantName }) => tenantName === tenant);
  const rows = users.map((user) => {
    const become = element(
      'button',
      { type: 'button', 'aria-label': `Sign in as ${user.signInName}` },
      'Sign in as',
    );
    become.addEventListener('click', () => void page.change({ user: user.signInName }));
    return element(
      'li',
      {},
      element(
        'div',
        {},
        element('strong', {}, user.displayName),
        element('span', {}, user.signInName),
        element('span', { class: 'notes' }, user.notes.join(', ')),
      ),
      ...(user.isPerson ? [become] : []),
    );
  });
  return element('section', {}, element('h2', {}, tenant), element('ul', { class: 'people' }, ...rows));
}
