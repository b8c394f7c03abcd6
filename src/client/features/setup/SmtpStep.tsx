import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import { addressProblem, trimmed } from '../../../shared/domain/registration-input.ts';
import { CopyField } from '../../components/CopyField.tsx';
import { connectCommands, organisationCommands } from '../../components/smtp-commands.ts';
import { SmtpCommands } from '../../components/SmtpCommands.tsx';
import { activeUsersLink, exchangeLink } from '../../components/portal-links.ts';
import { useHost } from '../../host/HostContext.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { MarkTick } from '../../components/MarkTick.tsx';
import { PortalNote, PortalTask } from './PortalTask.tsx';
import { useSetupStyles } from './Setup.styles.ts';
import { Seen, StepBlock, Traps } from './StepBlock.tsx';

import type { StepProps } from './step-props.ts';

/** Authenticated SMTP and POP for the mailboxes of the communicator, one by one or by commands. */
export function SmtpStep({ entity, me, admin }: StepProps) {
  const styles = useSetupStyles();
  const { setup } = useSetupTexts();
  const { smtpStep: texts } = setup;
  const { portal } = useHost().config;
  return (
    <>
      <p className={styles.text}>{texts.intro}</p>
      <PortalNote />
      <PortalTask
        title={texts.center.title}
        menu={['microsoft365Center', 'users', 'activeUsers', 'user', 'mail', 'manageEmailApps']}
        open={{ label: setup.open.users, url: activeUsersLink(portal.microsoft365) }}
        steps={texts.center.steps}
      />
      <Commands mailbox={entity.probeMailbox ?? me.username} />
      <PortalTask
        title={texts.organisation.title}
        intro={texts.organisation.text}
        menu={['exchangeCenter', 'settings', 'mailFlow']}
        open={{ label: setup.open.exchange, url: exchangeLink(portal.exchange) }}
        steps={texts.organisation.steps}
      >
        <CopyField label={texts.shell.organisationLook} value={organisationCommands.look} />
        <CopyField label={texts.organisation.command} value={organisationCommands.switchOn} />
      </PortalTask>
      <Traps traps={texts.traps} />
      <MarkTick entity={entity} mark="smtp" label={texts.tick} admin={admin} />
      <Seen text={texts.seen} />
    </>
  );
}

function Commands({ mailbox: first }: { mailbox: string }) {
  const { fieldProblems } = useMessages();
  const { shell: texts } = useSetupTexts().setup.smtpStep;
  const [typed, setTyped] = useState(first);
  const address = trimmed(typed);
  const problem = addressProblem(address);
  return (
    <StepBlock title={texts.title}>
      <CopyField label={texts.connect} value={connectCommands} />
      <Field
        label={texts.mailbox}
        {...(problem === undefined ? {} : { validationMessage: fieldProblems[problem] })}
      >
        <Input type="email" value={typed} onChange={(_event, { value }) => setTyped(value)} />
      </Field>
      {problem === undefined && <SmtpCommands address={address} />}
    </StepBlock>
  );
}
