import { Button, Link, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left';
import { MoreHorizontal20Regular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import { SecretExpiry } from '../../components/SecretExpiry.tsx';
import { StatusIcon } from '../../components/StatusIcon.tsx';
import { entityState, statusOf } from '../../features/connection-test/entity-state.ts';
import { stateText } from '../../features/connection-test/state-text.ts';
import { RemoveEntityDialog, RenameEntityDialog } from '../../features/entity-registration/EntityDialogs.tsx';
import { useFocusReturn } from '../../hooks/use-focus-return.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useLocale, useMessages } from '../../i18n/LocaleContext.tsx';
import { PageHeading } from './PageHeading.tsx';
import { useEntityPageStyles } from './EntityPage.styles.ts';

interface EntityHeadProps {
  entity: Entity;
  admin: boolean;
  onRemoved: () => void;
}

/** Name and state of the entity, the way back, and what is done rarely. */
export function EntityHead({ entity, admin, onRemoved }: EntityHeadProps) {
  const styles = useEntityPageStyles();
  const locale = useLocale();
  const { overview } = locale.messages;
  const now = useNow();
  const state = entityState(entity, now);
  return (
    <div className={styles.head}>
      <Link href="#/" className={styles.back}>
        <ChevronLeft20Regular aria-hidden />
        {overview.title}
      </Link>
      <div className={styles.titleRow}>
        <PageHeading className={styles.heading}>{entity.name}</PageHeading>
        {admin && <MoreMenu entity={entity} onRemoved={onRemoved} />}
      </div>
      <div className={styles.facts}>
        <span className={styles.state}>
          <StatusIcon status={statusOf(state)} />
          {stateText(state, locale)}
        </span>
        {entity.registration !== null && (
          <span className={styles.state}>
            {locale.messages.registration.secretShort}{' '}
            <SecretExpiry expiresOn={entity.registration.secretExpiresOn} now={now} />
          </span>
        )}
      </div>
    </div>
  );
}

function MoreMenu({ entity, onRemoved }: { entity: Entity; onRemoved: () => void }) {
  const { entity: texts } = useMessages();
  const [dialog, setDialog] = useState<'rename' | 'remove'>();
  const opener = useFocusReturn(dialog !== undefined);
  const close = () => setDialog(undefined);
  return (
    <>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button
            ref={opener}
            appearance="subtle"
            icon={<MoreHorizontal20Regular />}
            aria-label={texts.more}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem onClick={() => setDialog('rename')}>{texts.rename}</MenuItem>
            <MenuItem onClick={() => setDialog('remove')}>{texts.remove}</MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      {dialog === 'rename' && <RenameEntityDialog entity={entity} onClose={close} />}
      {dialog === 'remove' && <RemoveEntityDialog entity={entity} onRemoved={onRemoved} onClose={close} />}
    </>
  );
}
