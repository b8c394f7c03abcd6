import { languageOf } from '../../shared/i18n/languages.ts';
import { shellTexts } from '../../shared/i18n/shell-texts.ts';
import { answerSignInWindow } from '../host/sign-in-window.ts';

// The page that a sign-in window comes back to: it hands the answer to the tab and closes itself.
const language = languageOf(navigator.language);
document.documentElement.lang = language;
answerSignInWindow().catch(() => {
  const root = document.getElementById('root');
  if (root !== null) root.textContent = shellTexts[language].closeWindow;
});
