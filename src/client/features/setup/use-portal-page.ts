import type { Entity } from '../../../shared/api/entities.ts';
import { isGuid } from '../../../shared/domain/guid.ts';
import { registrationLink, registrationsLink, type PortalPage } from '../../components/portal-links.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';

/** The application that is being set up, as far as it is known. */
export function applicationIdOf({ registration, draft }: Entity): string | undefined {
  const id = draft?.applicationId || registration?.applicationId;
  return id !== undefined && isGuid(id) ? id : undefined;
}

const labels = {
  permissions: 'permissions',
  secrets: 'secrets',
  registration: 'overview',
  authentication: 'authentication',
} as const;

/** The button to a page of the registration; to the list of registrations while the application is not known. */
export function usePortalPage(entity: Entity, page: PortalPage): { label: string; url: string } {
  const { setup } = useSetupTexts();
  const { entra } = useHost().config.portal;
  const applicationId = applicationIdOf(entity);
  return applicationId === undefined
    ? { label: setup.open.registrations, url: registrationsLink(entra) }
    : { label: setup.open[labels[page]], url: registrationLink(entra, page, applicationId) };
}
