import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useFormat } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { useConsentStyles } from './Consent.styles.ts';

/** Rights that nobody needs, and how they are taken away. */
export function SurplusRights({ surplus }: { surplus: readonly string[] }) {
  const styles = useConsentStyles();
  const texts = useSetupTexts().consent.surplus;
  const format = useFormat();
  if (surplus.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody className={styles.close}>
        <MessageBarTitle>{texts.title}</MessageBarTitle>
        <p className={styles.text}>{texts.text(format.list(surplus))}</p>
        <ol className={styles.list}>
          {texts.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </MessageBarBody>
    </MessageBar>
  );
}
