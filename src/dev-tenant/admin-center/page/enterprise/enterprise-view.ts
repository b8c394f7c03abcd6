import { element } from '../../../teams-host/page/element.ts';
import type { EnterpriseAnswer } from '../../enterprise-data.ts';
import {
  enterpriseAddress,
  enterpriseListAddress,
  enterprisePages,
  registrationAddress,
  type EnterprisePage,
} from '../blade.ts';
import { copyable } from '../copyable.ts';
import { essentials } from '../essentials.ts';
import { menuView } from '../menu-view.ts';
import { grantedPermissions } from './granted-permissions-view.ts';
import { properties } from './properties-view.ts';

function overview({ application }: EnterpriseAnswer): HTMLElement {
  const { applicationId, displayName, objectId, registeredHere } = application;
  const address = registrationAddress('Overview', applicationId);
  return element(
    'section',
    {},
    element('h2', {}, 'Properties'),
    essentials([
      ['Name', displayName],
      ['Application ID', copyable('Application ID', applicationId)],
      ['Object ID', copyable('Object ID', objectId)],
      [
        'App registration',
        registeredHere ? element('a', { href: address }, displayName) : 'In another directory',
      ],
    ]),
  );
}

const pageViews: Readonly<Record<EnterprisePage, (answer: EnterpriseAnswer) => HTMLElement>> = {
  Overview: overview,
  Properties: properties,
  Permissions: grantedPermissions,
};

/** A page of an enterprise application with its menu. */
export function enterpriseView(answer: EnterpriseAnswer, open: EnterprisePage): HTMLElement {
  const { displayName, objectId } = answer.application;
  const pages = (Object.entries(enterprisePages) as [EnterprisePage, string][]).map(([page, title]) => ({
    title,
    address: enterpriseAddress(page, objectId),
    open: page === open,
  }));
  const list = { title: 'Enterprise applications', address: enterpriseListAddress };
  return menuView({ place: 'enterprise', list, name: displayName, pages }, pageViews[open](answer));
}
