import type { Entity } from '../../shared/api/entities.ts';
import type { Me } from '../../shared/api/me.ts';
import { mailboxRights, requiredRights } from '../../shared/domain/consent.ts';
import { useHost } from '../host/HostContext.tsx';
import { useLocale } from '../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../i18n/use-setup-texts.ts';
import { CopyButton } from './CopyButton.tsx';
import { MessageToSend } from './MessageToSend.tsx';
import { consentLink, type RegistrationIds } from './portal-links.ts';

interface GrantConsentMessageProps {
  entity: Entity;
  registration: RegistrationIds;
  /** Who sends it. */
  me: Me;
}

/**
 * A ready message to somebody who may consent, with the link that needs no answer. It names the firm, the sender and each
 * right, and the way without the link: a bare request to follow a link and accept is what a phishing mail looks like.
 */
export function GrantConsentMessage({ entity, registration, me }: GrantConsentMessageProps) {
  const host = useHost();
  const { format } = useLocale();
  const { send } = useSetupTexts().consent;
  const link = consentLink(host.config.adminConsent, registration);
  const { applicationId, directoryId } = registration;
  const subject = send.subject(entity.name);
  const body = send.body({
    entity: entity.name,
    app: applicationId,
    directory: directoryId,
    sender: `${me.name} (${me.username})`,
    application: format.list(requiredRights(entity.modules)),
    delegated: format.list(mailboxRights.map(({ right }) => right)),
    link,
  });
  return (
    <MessageToSend
      title={send.message}
      subject={subject}
      body={body}
      labels={{ copy: send.copy, mail: send.mail }}
    >
      <CopyButton text={link}>{send.copyLink}</CopyButton>
    </MessageToSend>
  );
}
