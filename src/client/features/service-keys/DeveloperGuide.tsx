import { Card, Link, Subtitle2, Text } from '@fluentui/react-components';
import { useId } from 'react';
import type { Entity } from '../../../shared/api/entities.ts';
import { CopyButton } from '../../components/CopyButton.tsx';
import { useHost } from '../../host/HostContext.tsx';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { useSetupTexts } from '../../i18n/use-setup-texts.ts';
import { accessTokenUrl, answerExample, curlExample, typescriptExample } from './developer-examples.ts';
import { useServiceKeyStyles } from './ServiceKeys.styles.ts';

const noIds = {
  directoryId: '00000000-0000-0000-0000-000000000000',
  applicationId: '00000000-0000-0000-0000-000000000000',
};

/** How LEGAL 365 fetches a token, for those who build that. */
export function DeveloperGuide({ entity }: { entity: Entity }) {
  const styles = useServiceKeyStyles();
  const host = useHost();
  const { developers: texts } = useSetupTexts().serviceKeys;
  const { origin } = window.location;
  const url = accessTokenUrl(origin, entity.id);
  const { directoryId, applicationId } = entity.registration ?? noIds;
  const docs = `${origin}/openapi.json`;
  return (
    <Card className={styles.card}>
      <Subtitle2 as="h2" className={styles.heading}>
        {texts.title}
      </Subtitle2>
      <p className={styles.text}>{texts.intro}</p>
      <Example title={texts.endpoint} text={`POST ${url}`} copied={url} />
      <Example title={texts.curl} text={curlExample(url)} />
      <Example title={texts.typescript} text={typescriptExample(url)} />
      <Example title={texts.answer} text={answerExample({ directoryId, applicationId })} />
      <div className={styles.close}>
        <Text as="h3" weight="semibold" className={styles.heading}>
          {texts.limitsTitle}
        </Text>
        <ul className={styles.list}>
          {texts.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </div>
      <p className={styles.text}>
        {texts.docs}{' '}
        <Link inline onClick={() => host.openLink(docs)}>
          {docs}
        </Link>
      </p>
    </Card>
  );
}

interface ExampleProps {
  title: string;
  text: string;
  /** What is copied, where that is not the text as shown. */
  copied?: string;
}

function Example({ title, text, copied = text }: ExampleProps) {
  const styles = useServiceKeyStyles();
  const { app } = useMessages();
  const id = useId();
  return (
    <section className={styles.close} aria-labelledby={id}>
      <div className={styles.codeHead}>
        <Text as="h3" id={id} weight="semibold" className={styles.heading}>
          {title}
        </Text>
        <CopyButton text={copied} label={app.labelled(app.copy, title)} />
      </div>
      <pre translate="no" className={styles.code}>
        {text}
      </pre>
    </section>
  );
}
