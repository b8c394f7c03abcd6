import { Button, Text } from '@fluentui/react-components';
import { Mail20Regular } from '@fluentui/react-icons/svg/mail';
import { useId } from 'react';
import type { Entity } from '../../shared/api/entities.ts';
import type { Me } from '../../shared/api/me.ts';
import { mailboxRights, requiredRights } from '../../shared/domain/consent.ts';
import { useHost } from '../host/HostContext.tsx';
import { useLocale, useMessages } from '../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../i18n/use-setup-texts.ts';
import { CopyButton } from './CopyButton.tsx';
import { useGrantConsentStyles } from './GrantConsent.styles.ts';
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
  const styles = useGrantConsentStyles();
  const host = useHost();
  const { format } = useLocale();
  const { app } = useMessages();
  const { send } = useSetupTexts().consent;
  const labelId = useId();
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
    <div className={styles.stack}>
      <Text id={labelId} weight="semibold">
        {app.labelled(send.message, subject)}
      </Text>
      <blockquote aria-labelledby={labelId} className={styles.message}>
        {body}
      </blockquote>
      <div className={styles.actions}>
        <CopyButton text={body}>{send.copy}</CopyButton>
        <CopyButton text={link}>{send.copyLink}</CopyButton>
        <Button
          as="a"
          size="small"
          appearance="subtle"
          icon={<Mail20Regular />}
          href={mailto(subject, body)}
          target="_blank"
          rel="noreferrer"
        >
          {send.mail}
        </Button>
      </div>
    </div>
  );
}

/** RFC 6068: lines end with CRLF. */
function mailto(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}
