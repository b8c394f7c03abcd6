import { element } from '../../../teams-host/page/element.ts';
import type { PermissionsRequest, ResourceList, ResourceRow } from '../../portal-data.ts';
import { actionForm } from '../action-form.ts';
import { openPanel } from '../dialog.ts';
import { textField } from '../fields.ts';
import { ask } from '../portal-api.ts';
import { PermissionPicker } from './permission-picker.ts';

/** Buttons of which one is pressed and shows its view below. */
function pressedOf(
  choices: readonly { label: string; view: () => HTMLElement }[],
  place: HTMLElement,
): HTMLElement {
  const buttons = choices.map(({ label, view }) => {
    const button = element('button', { type: 'button', class: 'tile', 'aria-pressed': 'false' }, label);
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button));
      place.replaceChildren(view());
    });
    return button;
  });
  return element('div', { class: 'tiles' }, ...buttons);
}

function resourceButton(resource: ResourceRow, choose: (resource: ResourceRow) => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'tile' }, resource.displayName);
  button.addEventListener('click', () => choose(resource));
  return button;
}

/** The APIs of the tenant, narrowed by what is typed: the beginning of the name, or the application ID. */
function organizationApis(resources: ResourceRow[], choose: (resource: ResourceRow) => void): HTMLElement {
  const search = textField('Search APIs', {
    placeholder: 'Start typing an API name or Application ID',
  });
  const list = element('div', { class: 'tiles' });
  const narrow = (): void => {
    const typed = search.input.value.trim().toLowerCase();
    const found = resources.filter(
      ({ displayName, applicationId }) =>
        displayName.toLowerCase().startsWith(typed) || applicationId === typed,
    );
    list.replaceChildren(...found.map((resource) => resourceButton(resource, choose)));
    if (found.length === 0) list.append(element('p', {}, 'No API begins like this.'));
  };
  search.input.addEventListener('input', narrow);
  narrow();
  return element('div', {}, search.view, list);
}

/** Which type of permissions of an API, and which. */
function permissionForm(
  picker: PermissionPicker,
  add: () => Promise<void>,
  discard: () => void,
): HTMLElement {
  const types = element('div', {});
  const question = element('p', {}, 'What type of permissions does your application require?');
  const buttons = pressedOf(
    [
      { label: 'Delegated permissions', view: () => picker.view('delegated') },
      { label: 'Application permissions', view: () => picker.view('application') },
    ],
    types,
  );
  return actionForm([question, buttons, types], {
    label: 'Add permissions',
    busy: 'Adding…',
    act: add,
    cancel: { label: 'Discard', act: discard },
  });
}

/** Which API, which type of permissions, which permissions. */
export async function openRequestPermissions(
  isListed: (resource: ResourceRow, kind: 'delegated' | 'application', name: string) => boolean,
  add: (request: PermissionsRequest) => Promise<void>,
): Promise<void> {
  const answer = await ask<ResourceList>('resources');
  if (!answer) return;
  if (!answer.ok) throw new Error(answer.refusal.message);
  const { resources } = answer.data;
  openPanel('Request API permissions', (close) => {
    const content = element('div', {});
    const choose = (resource: ResourceRow): void => {
      const picker = new PermissionPicker(resource, (kind, name) => isListed(resource, kind, name));
      const addAndClose = async (): Promise<void> => {
        await add(picker.request());
        close();
      };
      const heading = element('h3', { tabIndex: -1 }, resource.displayName);
      content.replaceChildren(heading, permissionForm(picker, addAndClose, close));
      heading.focus();
    };
    const apis = element('div', {});
    const microsoft = resources.filter(({ microsoftGraph }) => microsoftGraph);
    const graph = (): HTMLElement =>
      element('div', { class: 'tiles' }, ...microsoft.map((resource) => resourceButton(resource, choose)));
    const tabs = pressedOf(
      [
        { label: 'Microsoft APIs', view: graph },
        { label: 'APIs my organization uses', view: () => organizationApis(resources, choose) },
      ],
      apis,
    );
    tabs.querySelector('button')?.click();
    content.append(element('h3', {}, 'Select an API'), tabs, apis);
    return content;
  });
}
