import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Open20Regular } from '@fluentui/react-icons/svg/open';
import { addressProblem } from '../../shared/domain/registration-input.ts';
import { useHost } from '../host/HostContext.tsx';
import { useSetupTexts } from '../i18n/use-setup-texts.ts';
import { CopyField } from './CopyField.tsx';
import { activeUsersLink, exchangeLink } from './portal-links.ts';
import { PortalPath } from './PortalPath.tsx';
import { PortalText } from './PortalText.tsx';
import { connectCommands, organisationCommands } from './smtp-commands.ts';
import { SmtpCommands } from './SmtpCommands.tsx';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  points: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXXL,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  open: { alignSelf: 'flex-start' },
  summary: { cursor: 'pointer', fontWeight: tokens.fontWeightSemibold },
  organisation: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    marginTop: tokens.spacingVerticalS,
  },
  text: { margin: 0 },
});

/** How an administrator switches Authenticated SMTP on for a mailbox: by clicks, by commands, and for the whole organisation. */
export function SmtpGuide({ address }: { address: string }) {
  const styles = useStyles();
  const host = useHost();
  const { setup } = useSetupTexts();
  const { center, shell } = setup.smtpStep;
  const hasCommands = addressProblem(address) === undefined;
  return (
    <div className={styles.stack}>
      <PortalPath menu={['microsoft365Center', 'users', 'activeUsers', 'user', 'mail', 'manageEmailApps']} />
      <Button
        className={styles.open}
        icon={<Open20Regular />}
        iconPosition="after"
        onClick={() => host.openLink(activeUsersLink(host.config.portal.microsoft365))}
      >
        {setup.open.users}
      </Button>
      <ol className={styles.points}>
        {center.steps.slice(0, 3).map((step) => (
          <li key={step}>
            <PortalText text={step} />
          </li>
        ))}
      </ol>
      {hasCommands && (
        <>
          <Text weight="semibold">{shell.title}</Text>
          <CopyField label={shell.connect} value={connectCommands} />
          <SmtpCommands address={address} />
        </>
      )}
      <Organisation />
    </div>
  );
}

function Organisation() {
  const styles = useStyles();
  const host = useHost();
  const { setup } = useSetupTexts();
  const { organisation, shell } = setup.smtpStep;
  return (
    <details>
      <summary className={styles.summary}>{organisation.title}</summary>
      <div className={styles.organisation}>
        <p className={styles.text}>{organisation.text}</p>
        <PortalPath menu={['exchangeCenter', 'settings', 'mailFlow']} />
        <Button
          className={styles.open}
          icon={<Open20Regular />}
          iconPosition="after"
          onClick={() => host.openLink(exchangeLink(host.config.portal.exchange))}
        >
          {setup.open.exchange}
        </Button>
        <ol className={styles.points}>
          {organisation.steps.map((step) => (
            <li key={step}>
              <PortalText text={step} />
            </li>
          ))}
        </ol>
        <CopyField label={shell.organisationLook} value={organisationCommands.look} />
        <CopyField label={organisation.command} value={organisationCommands.switchOn} />
      </div>
    </details>
  );
}
