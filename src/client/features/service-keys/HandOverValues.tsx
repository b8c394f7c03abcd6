import { Button, Text } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import type { Registration } from '../../../shared/api/entities.ts';
import { CopyField } from '../../components/CopyField.tsx';
import { registrationLink } from '../../components/portal-links.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { fieldName, legal365 } from './legal365-names.ts';
import { Part } from './Part.tsx';
import { useServiceKeyStyles } from './ServiceKeys.styles.ts';

/** The way over LEGAL 365's own form: its menu, its field names, and the two values that may be shown. */
export function HandOverValues({ registration }: { registration: Registration }) {
  const styles = useServiceKeyStyles();
  const host = useHost();
  const { registration: words } = useMessages();
  const { handOver: texts } = useSetupTexts().serviceKeys;
  const { applicationId, directoryId } = registration;
  const secrets = registrationLink(host.config.portal.entra, 'secrets', applicationId);
  return (
    <Part title={texts.valuesTitle}>
      <p className={styles.text}>{texts.valuesText(legal365.menu)}</p>
      <div className={styles.close}>
        <Text weight="semibold">{fieldName(legal365.clientSecret, words.clientSecret)}</Text>
        <p className={styles.subtle}>{texts.secretField}</p>
      </div>
      <CopyField label={fieldName(legal365.applicationId, words.applicationId)} value={applicationId} />
      <CopyField label={fieldName(legal365.directoryId, words.directoryId)} value={directoryId} />
      <div className={styles.close}>
        <Text weight="semibold">{texts.expiryField}</Text>
        <p className={styles.subtle}>{texts.expiryText}</p>
      </div>
      <div className={styles.close}>
        <Text as="h4" weight="semibold" className={styles.heading}>
          {texts.ownSecretTitle}
        </Text>
        <p className={styles.text}>{texts.ownSecretText}</p>
        <div className={styles.actions}>
          <Button
            size="small"
            icon={<Open20Regular />}
            iconPosition="after"
            onClick={() => host.openLink(secrets)}
          >
            {texts.openSecrets}
          </Button>
        </div>
      </div>
      <p className={styles.text}>{texts.test}</p>
    </Part>
  );
}
