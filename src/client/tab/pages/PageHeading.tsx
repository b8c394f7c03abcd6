import { makeStyles, mergeClasses, Text, typographyStyles } from '@fluentui/react-components';
import { useContext, useEffect, useRef } from 'react';
import { useMessages } from '../../i18n/LocaleContext.tsx';
import { NavigatedContext } from '../NavigatedContext.ts';

const usePageHeadingStyles = makeStyles({ title: typographyStyles.title3 });

/** The heading of a page, which names the document, and where reading starts after a change of pages. */
export function PageHeading({ className, children }: { className: string; children: string }) {
  const styles = usePageHeadingStyles();
  const { app } = useMessages();
  const navigated = useContext(NavigatedContext);
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = `${children} - ${app.name}`;
  }, [app, children]);
  useEffect(() => {
    if (navigated) element.current?.focus();
  }, [navigated]);
  return (
    <Text
      as="h1"
      block
      className={mergeClasses(styles.title, className)}
      tabIndex={-1}
      ref={(heading: HTMLElement | null) => void (element.current = heading)}
    >
      {children}
    </Text>
  );
}
