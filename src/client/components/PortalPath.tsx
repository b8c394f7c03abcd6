import { Text } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { Language } from '../../shared/i18n/languages.ts';
import { portalTerms, type PortalMenu } from '../../shared/i18n/portal-wording.ts';
import { useLocale } from '../i18n/LocaleContext.tsx';
import { usePortalPathStyles } from './PortalPath.styles.ts';

interface PortalPathProps {
  menu: PortalMenu;
}

/** A menu path in the portal's own words, in the language of the page and below it in English. */
export function PortalPath({ menu }: PortalPathProps) {
  const styles = usePortalPathStyles();
  const { language } = useLocale();
  return (
    <div className={styles.root}>
      <Path menu={menu} language={language} />
      {language !== 'en' && (
        <Text size={200} className={styles.english}>
          English: <Path menu={menu} language="en" />
        </Text>
      )}
    </div>
  );
}

function Path({ menu, language }: { menu: PortalMenu; language: Language }) {
  const styles = usePortalPathStyles();
  return (
    <span lang={language} translate="no" className={styles.path}>
      {menu.map((name, index) => (
        <Fragment key={name}>
          {index > 0 && <span className={styles.separator}>{' > '}</span>}
          <span className={styles.term}>{portalTerms[name][language].text}</span>
        </Fragment>
      ))}
    </span>
  );
}
