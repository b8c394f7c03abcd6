import { Link, mergeClasses } from '@fluentui/react-components';
import { entityParts, hashOf, type EntityPart } from '../../hooks/use-hash-route.ts';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useEntityPageStyles } from './EntityPage.styles.ts';

/** The parts of an entity. They are places with addresses, so they are links and not tabs. */
export function PartLinks({ entityId, part }: { entityId: string; part: EntityPart }) {
  const styles = useEntityPageStyles();
  const { entity } = useMessages();
  return (
    <nav aria-label={entity.parts} className={styles.parts}>
      {entityParts.map((name) => (
        <Link
          key={name}
          appearance="subtle"
          href={hashOf({ page: 'entity', entityId, part: name })}
          aria-current={name === part ? 'page' : undefined}
          className={mergeClasses(styles.part, name === part && styles.currentPart)}
        >
          {entity.tabs[name]}
        </Link>
      ))}
    </nav>
  );
}
