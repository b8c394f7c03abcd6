import { element } from '../../../teams-host/page/element.ts';
import type { EnterpriseList } from '../../enterprise-data.ts';
import { enterpriseAddress } from '../blade.ts';
import { table } from '../table.ts';

export function enterpriseListView({ applications, signedIn }: EnterpriseList): HTMLElement {
  const rows = applications.map(({ displayName, objectId, applicationId, enabled }) => [
    element('a', { href: enterpriseAddress('Overview', objectId) }, displayName),
    element('code', {}, objectId),
    element('code', {}, applicationId),
    enabled ? 'Yes' : 'No',
  ]);
  const headings = ['Name', 'Object ID', 'Application ID', 'Enabled for users to sign-in'];
  return element(
    'div',
    { 'data-place': 'enterprise' },
    element('h1', { tabIndex: -1 }, 'Enterprise applications'),
    rows.length > 0
      ? table('All applications', headings, rows)
      : element('p', {}, `${signedIn.tenantName} has no enterprise applications.`),
  );
}
