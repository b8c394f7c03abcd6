import { element } from '../../../teams-host/page/element.ts';
import type { OfferedPermission, PermissionsRequest, ResourceRow } from '../../portal-data.ts';
import { checkbox, textField } from '../fields.ts';

type Kind = 'delegated' | 'application';

/** The permissions of one API as boxes to tick; what was ticked of one type stays while the other one is shown. */
export class PermissionPicker {
  readonly #resource: ResourceRow;
  readonly #isListed: (kind: Kind, name: string) => boolean;
  readonly #ticked: Readonly<Record<Kind, Set<string>>> = { delegated: new Set(), application: new Set() };

  constructor(resource: ResourceRow, isListed: (kind: Kind, name: string) => boolean) {
    this.#resource = resource;
    this.#isListed = isListed;
  }

  view(kind: Kind): HTMLElement {
    const offered = this.#resource[kind];
    if (offered.length === 0) return element('p', {}, 'This API offers no permissions of this type.');
    const search = textField('Select permissions', {
      placeholder: 'Start typing a permission to filter these results',
    });
    const rows = offered.map((permission) => ({ permission, view: this.#row(kind, permission) }));
    search.input.addEventListener('input', () => {
      const typed = search.input.value.trim().toLowerCase();
      for (const { permission, view } of rows) view.hidden = !permission.name.toLowerCase().includes(typed);
    });
    // Enter in the search must not send the form.
    search.input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
    const list = element('ul', { class: 'plain permissions' }, ...rows.map(({ view }) => view));
    return element('div', {}, search.view, list);
  }

  /** @throws Error when nothing is ticked */
  request(): PermissionsRequest {
    const scopes = [...this.#ticked.delegated];
    const roles = [...this.#ticked.application];
    if (scopes.length + roles.length === 0) throw new Error('Select at least one permission.');
    return { resourceAppId: this.#resource.applicationId, scopes, roles };
  }

  #row(kind: Kind, { name, adminConsentRequired }: OfferedPermission): HTMLElement {
    const ticked = this.#ticked[kind];
    const listed = this.#isListed(kind, name);
    const { view, input } = checkbox(name, listed || ticked.has(name));
    input.disabled = listed;
    input.addEventListener('change', () => {
      if (input.checked) ticked.add(name);
      else ticked.delete(name);
    });
    const note = listed ? 'already added' : adminConsentRequired ? 'admin consent required' : '';
    return element('li', {}, view, element('span', { class: 'hint' }, note));
  }
}
