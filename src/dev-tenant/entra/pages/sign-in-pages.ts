import { seedPassword } from '../../seed/identifiers.ts';
import { backButton } from './back-button.ts';
import { html, type Html } from './html.ts';
import { hiddenFields, page } from './layout.ts';

/** Every form posts to the address of the authorize request itself, whose query stays what the application asked. */
const form = (action: string, content: Html): Html =>
  html`<form method="post" action="${action}">${content}</form>`;

/** Asks for user name and password; field names as Microsoft's page. */
export function loginPage(
  action: string,
  application: string,
  userName: string,
  problem: string | undefined,
): string {
  const content = html`<h1>Sign in</h1>
    <p>to continue to ${application}</p>
    ${problem === undefined ? '' : html`<p class="error" role="alert">${problem}</p>`}
    ${form(
      action,
      html`<input type="hidden" name="step" value="login" />
        <label for="loginfmt">Email, phone, or Skype</label>
        <input
          id="loginfmt"
          name="loginfmt"
          type="email"
          autocomplete="username"
          required
          value="${userName}"
        />
        <label for="passwd">Password</label>
        <input id="passwd" name="passwd" type="password" autocomplete="current-password" required />
        <p class="note">Everyone's password here is <code>${seedPassword}</code></p>
        <button class="primary" type="submit">Sign in</button>`,
    )}`;
  return page('Sign in to your account', content);
}

export interface PickableAccount {
  userId: string;
  name: string;
  userName: string;
}

export function accountPickerPage(action: string, application: string, accounts: PickableAccount[]): string {
  const button = ({ userId, name, userName }: PickableAccount): Html =>
    html`<button class="account" name="userId" value="${userId}">${name}<br />${userName}</button>`;
  const content = html`<h1>Pick an account</h1>
    <p>to continue to ${application}</p>
    ${form(action, html`<input type="hidden" name="step" value="pick" />${accounts.map(button)}`)}
    ${form(action, html`<button class="account" name="step" value="other">Use another account</button>`)}`;
  return page('Pick an account', content);
}

export interface ConsentQuestion {
  application: string;
  userId: string;
  userName: string;
  scopes: string[];
  /** The person may answer for everyone. */
  organization: string | undefined;
}

export function consentPage(action: string, question: ConsentQuestion): string {
  const forEveryone = html`<p>
    <input type="checkbox" id="forOrganization" name="forOrganization" value="true" />
    <label for="forOrganization" style="display: inline">Consent on behalf of your organization</label>
  </p>`;
  const content = html`<p>${question.userName}</p>
    <h1>Permissions requested</h1>
    <p>${question.application} would like to:</p>
    <ul>
      ${question.scopes.map((scope) => html`<li>${scope}</li>`)}
    </ul>
    ${form(
      action,
      html`${hiddenFields({ step: 'consent', userId: question.userId })}
        ${question.organization === undefined ? '' : forEveryone}
        <button name="answer" value="cancel">Cancel</button
        ><button class="primary" name="answer" value="accept">Accept</button>`,
    )}`;
  return page('Permissions requested', content);
}

/** Leads to the sign-in page; what the application asked stays in the address. */
const otherAccount = (action: string): Html =>
  form(action, html`<button name="step" value="other">Sign in with another account</button>`);

export interface AdminApprovalNotice {
  application: string;
  userName: string;
  action: string;
  /** Carries the refusal to the application; absent for a link without redirect URI. */
  returnAddress: string | undefined;
}

/** Shown in place of the consent page to people who may not consent ("Need admin approval"). */
export function adminApprovalPage({
  application,
  userName,
  action,
  returnAddress,
}: AdminApprovalNotice): string {
  const content = html`<p>${userName}</p>
    <h1>Need admin approval</h1>
    <p>
      ${application} needs permission to access resources in your organization that only an admin can grant.
      Please ask an admin to grant permission to this app before you can use it.
    </p>
    <p>Have an admin account?</p>
    ${otherAccount(action)}
    ${
      returnAddress === undefined
        ? backButton
        : html`<p><a href="${returnAddress}">Return to the application without granting consent</a></p>`
    }`;
  return page('Need admin approval', content);
}

/**
 * A refusal the application never hears of.
 * @param action where another account can be tried; absent where no account would help
 */
export function refusalPage(text: string, action?: string): string {
  const content = html`<h1>Sorry, but we’re having trouble signing you in.</h1>
    <pre role="alert">${text}</pre>
    ${action === undefined ? '' : otherAccount(action)} ${backButton}`;
  return page('Sign in to your account', content);
}

/** Result of an admin consent whose link named no redirect URI. */
export const consentedPage = (application: string): string =>
  page(
    'Permissions granted',
    html`<h1>Permissions granted</h1>
      <p>${application} may now use the permissions you have accepted for your organization.</p>`,
  );

export const signedOutPage = (): string =>
  page(
    'Sign out',
    html`<h1>You signed out of your account</h1>
      <p>It's a good idea to close all browser windows.</p>`,
  );

/** "OAuth 2.0 Form Post Response Mode": the browser posts the answer to the application by itself. */
export function formPostPage(redirectUri: string, fields: Record<string, string>): string {
  const content = html`<form method="post" action="${redirectUri}">
      ${hiddenFields(fields)} <noscript><button type="submit">Continue</button></noscript>
    </form>
    <script>
      document.forms[0].submit();
    </script>`;
  return page('Working...', content);
}
