import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { LocalLanguage20Regular } from '@fluentui/react-icons/svg/local-language';
import { languages, languageOf, type Language } from '../../shared/i18n/languages.ts';
import { useLocale } from '../i18n/LocaleContext.tsx';

/** Picks another language than the host's, on this device, or goes back to the host's. */
export function LanguageMenu({ onLanguage }: { onLanguage: (language: Language | undefined) => void }) {
  const { language, messages } = useLocale();
  return (
    <Menu
      checkedValues={{ language: [language] }}
      onCheckedValueChange={(_event, { checkedItems }) => onLanguage(languageOf(checkedItems[0] ?? language))}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          size="small"
          icon={<LocalLanguage20Regular />}
          aria-label={messages.app.labelled(messages.app.language, messages.app.languageNames[language])}
        >
          {messages.app.languageNames[language]}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {languages.map((name) => (
            <MenuItemRadio key={name} name="language" value={name} lang={name}>
              {messages.app.languageNames[name]}
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <MenuItem onClick={() => onLanguage(undefined)}>{messages.app.hostLanguage}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
