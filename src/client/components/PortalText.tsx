import { Fragment } from 'react';
import { portalSentence } from '../../shared/i18n/portal-sentence.ts';
import { portalTerms, type PortalTerm } from '../../shared/i18n/portal-wording.ts';
import { useLocale } from '../i18n/LocaleContext.tsx';
import { usePortalPathStyles } from './PortalPath.styles.ts';

/** A sentence in which `{newRegistration}` and the like stand for the portal's own words: local, then English. */
export function PortalText({ text }: { text: string }) {
  return portalSentence(text).map((part, index) => (
    <Fragment key={index}>{typeof part === 'string' ? part : <Term name={part.term} />}</Fragment>
  ));
}

function Term({ name }: { name: PortalTerm }) {
  const styles = usePortalPathStyles();
  const { language } = useLocale();
  const { [language]: local, en } = portalTerms[name];
  return (
    <span translate="no">
      <span className={styles.term}>{local.text}</span>
      {local.text !== en.text && (
        <>
          {' '}
          (<span lang="en">{en.text}</span>)
        </>
      )}
    </span>
  );
}
