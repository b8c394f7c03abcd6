import { afterEach, describe, expect, test } from '@jest/globals';
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  applicationId,
  buildEntity,
  buildMark,
  buildMe,
  buildRegistration,
  buildStep,
  buildTest,
  directoryId,
  FakeApi,
  isoDayIn,
  problemAnswer,
} from '../../../support/fake-api.ts';
import { openTab } from '../../../support/render-tab.tsx';

afterEach(cleanup);

const unconnected = { registration: null, latestTest: null, probeMailbox: null };
const secret = 'abc8Q~a-secret-value-of-entra.0123456789';
const at = (step = '') => `#/entities/e1/setup${step === '' ? '' : `/${step}`}`;

function firm(changes: Parameters<typeof buildEntity>[0] = unconnected): FakeApi {
  const api = new FakeApi();
  api.entities = [buildEntity(changes)];
  return api;
}

const heading = (name: string) => screen.findByRole('heading', { level: 2, name });
const field = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name);
const enter = (name: RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
const paste = (name: RegExp, text: string) =>
  fireEvent.paste(field(name), { clipboardData: { getData: () => text } });
const steps = () => within(screen.getByRole('navigation', { name: 'Steps of the set-up' }));

describe('the guided set-up', () => {
  test('opens at the first step that is to do, and stays there when it has been done', async () => {
    const api = firm({ ...unconnected, setupMarks: [buildMark('roles'), buildMark('registration')] });
    await openTab({ api, hash: at() });
    expect(await heading('3. Client secret')).toBeVisible();
    await waitFor(() => expect(window.location.hash).toBe(at('secret')));
    enter(/^Client credential/, secret);
    fireEvent.blur(field(/^Client credential/));
    expect(await steps().findByRole('link', { name: '3. Client secret entered or ticked' })).toBeVisible();
    expect(await heading('3. Client secret')).toBeVisible();
  });

  test('names each step with its state, and hands the focus to the heading of the one that is opened', async () => {
    await openTab({ api: firm(buildEntity()), hash: at('roles') });
    const title = await heading('1. You and your roles');
    expect(title).not.toHaveFocus();
    expect(steps().getAllByRole('link')).toHaveLength(10);
    expect(steps().getByRole('link', { current: 'step' })).toHaveTextContent('1. You and your roles');
    expect(steps().getByRole('link', { name: '8. Connection test checked' })).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Next: App registration' }));
    await waitFor(async () => expect(await heading('2. App registration')).toHaveFocus());
    fireEvent.click(screen.getByRole('button', { name: 'Back: You and your roles' }));
    await waitFor(async () => expect(await heading('1. You and your roles')).toHaveFocus());
  });

  test('begins from nothing, and keeps that somebody has begun', async () => {
    const api = firm();
    await openTab({ api, hash: at() });
    await screen.findByText(/signed in as Andrea Muster/);
    fireEvent.click(screen.getByRole('button', { name: 'Start from nothing' }));
    expect(await heading('2. App registration')).toBeVisible();
    expect(api.requests('PUT', '/entities/e1/setup-marks/roles')).toHaveLength(1);
  });

  test('takes over a registration that is there: straight to its values', async () => {
    const api = firm();
    await openTab({ api, hash: at() });
    fireEvent.click(await screen.findByRole('button', { name: 'We have a registration already' }));
    expect(await heading('4. Values')).toBeVisible();
    expect(screen.getByText('Where the values of an existing registration stand')).toBeVisible();
    expect(api.entities[0]?.setupMarks.map(({ mark }) => mark)).toEqual(['roles', 'registration']);
  });

  test('stays where it is and says why when the choice could not be kept', async () => {
    const api = firm();
    api.answers['PUT /entities/e1/setup-marks/roles'] = () => problemAnswer(503, 'unavailable');
    await openTab({ api, hash: at() });
    fireEvent.click(await screen.findByRole('button', { name: 'Start from nothing' }));
    expect(await screen.findByText(/not available at the moment/)).toBeVisible();
    expect(await heading('1. You and your roles')).toBeVisible();
  });

  test.each([
    [true, /every step in Entra, the admin consent included/],
    [false, /does not allow the admin consent/],
    [null, /cannot be seen from here/],
  ])('tells whether the person may consent: %s', async (canConsent, text) => {
    const api = firm();
    api.me = buildMe({ canConsent });
    await openTab({ api, hash: at('roles') });
    expect(await screen.findByText(text)).toBeVisible();
  });

  test('opens the portal beside it, at the registration as soon as that is known', async () => {
    const { asked } = await openTab({ api: firm(), hash: at('secret') });
    fireEvent.click(await screen.findByRole('button', { name: 'Open App registrations' }));
    cleanup();
    const known = await openTab({ api: firm(buildEntity()), hash: at('secret') });
    fireEvent.click(await screen.findByRole('button', { name: 'Open Certificates & secrets' }));
    const blades = 'https://entra.example/#view/Microsoft_AAD_RegisteredApps';
    expect(asked).toContain(`${blades}/ApplicationsListBlade`);
    expect(known.asked).toContain(`${blades}/ApplicationMenuBlade/~/Credentials/appId/${applicationId}`);
  });

  test('hands a step over with a link that opens it', async () => {
    Object.assign(navigator, { clipboard: { writeText: () => Promise.resolve() } });
    await openTab({ api: firm(), hash: at('consent') });
    await heading('6. Admin consent');
    fireEvent.click(screen.getByRole('button', { name: 'Hand over to a colleague' }));
    expect(
      await screen.findByText(
        `Please go on with the set-up of LEGAL 365 for “Muster & Partner, Zürich” at the step “Admin consent”: ${window.location.origin}/tab/#/entities/e1/setup/consent`,
      ),
    ).toBeVisible();
  });

  test('follows what another administrator does meanwhile', async () => {
    const api = firm();
    await openTab({ api, hash: at('permissions') });
    await heading('5. Permissions');
    await waitFor(() => expect(api.isFollowed).toBe(true));
    api.entities = [buildEntity({ ...unconnected, setupMarks: [buildMark('permissions')] })];
    act(() => api.emit({ type: 'entity-changed', entityId: 'e1' }));
    expect(await screen.findByText(/Ticked by Andrea Muster/)).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'All permissions are added' })).toBeChecked();
  });
});

describe('the values on their way through the steps', () => {
  test('are kept from step to step, and are all there at the end', async () => {
    const api = firm();
    await openTab({ api, hash: at('registration') });
    await heading('2. App registration');
    enter(/^Application ID/, applicationId);
    fireEvent.click(screen.getByRole('button', { name: 'Next: Client secret' }));
    await heading('3. Client secret');
    enter(/^Client credential/, secret);
    enter(/^Secret expiry date/, isoDayIn(700));
    fireEvent.click(screen.getByRole('button', { name: 'Next: Values' }));
    await heading('4. Values');
    expect(field(/^Application ID/)).toHaveValue(applicationId);
    fireEvent.click(screen.getByRole('button', { name: 'Save and test' }));
    expect(await screen.findByText('The registration is stored')).toBeVisible();
    expect(api.requests('PUT', '/entities/e1/registration')[0]?.body).toEqual({
      clientSecret: secret,
      applicationId,
      directoryId,
      secretExpiresOn: isoDayIn(700),
      probeMailbox: 'admin@muster.example',
    });
    fireEvent.click(screen.getByRole('button', { name: 'Go on: permissions' }));
    expect(await heading('5. Permissions')).toBeVisible();
  });

  test('have one main button: saving until they are stored, going on from then', async () => {
    const look = (name: string) => screen.getByRole('button', { name }).className;
    await openTab({ api: firm(), hash: at('values') });
    await heading('4. Values');
    expect(look('Next: Permissions')).toBe(look('Back: Client secret'));
    cleanup();
    await openTab({ api: firm(buildEntity()), hash: at('values') });
    await heading('4. Values');
    expect(look('Next: Permissions')).not.toBe(look('Back: Client secret'));
  });

  test.each([
    ['was taken over', ['roles', 'registration'], /the older help article left them out/],
    ['was made here', ['roles'], /Nobody has ticked yet that the redirect URIs are entered/],
  ] as const)('of a registration that %s point to the redirect URIs', async (_how, marks, text) => {
    const api = firm({ ...buildEntity(), setupMarks: marks.map((mark) => buildMark(mark)) });
    await openTab({ api, hash: at('values') });
    expect(await screen.findByText(text)).toBeVisible();
  });

  test('that are only suggested say so', async () => {
    await openTab({ api: firm(), hash: at('values') });
    await heading('4. Values');
    expect(field(/^Directory ID/)).toHaveValue(directoryId);
    expect(screen.getByText(/Suggested: the directory/)).toBeVisible();
    expect(field(/^Probe mailbox/)).toHaveValue('admin@muster.example');
    expect(screen.getByText(/Suggested: your own mailbox/)).toBeVisible();
    enter(/^Probe mailbox/, 'lawyer@muster.example');
    expect(screen.queryByText(/Suggested: your own mailbox/)).not.toBeInTheDocument();
  });

  test('are picked out of the whole page of the portal', async () => {
    const other = 'dddddddd-1111-4222-8333-444444444444';
    await openTab({ api: firm(), hash: at('registration') });
    await heading('2. App registration');
    paste(
      /^Application ID/,
      `Display name\ntimeSensor\nApplication (client) ID\n${applicationId}\nObject ID\neeeeeeee-1111-4222-8333-444444444444\nDirectory (tenant) ID\n${other}`,
    );
    expect(field(/^Application ID/)).toHaveValue(applicationId);
    expect(field(/^Directory ID/)).toHaveValue(other);
    expect(screen.getAllByText('Picked out of what you pasted.')[0]).toBeVisible();
  });

  test('that are the object ID are refused by that name', async () => {
    await openTab({ api: firm(), hash: at('registration') });
    await heading('2. App registration');
    enter(/^Application ID/, 'Object ID : eeeeeeee-1111-4222-8333-444444444444');
    expect(screen.getByText(/This is the object ID/)).toBeVisible();
  });

  test('pasted into the wrong field are offered the right one, of this step or another', async () => {
    const api = firm();
    await openTab({ api, hash: at('registration') });
    await heading('2. App registration');
    enter(/^Application ID/, secret);
    fireEvent.click(screen.getByRole('button', { name: 'Move to “Client credential (value)”' }));
    expect(field(/^Application ID/)).toHaveValue('');
    expect(screen.getByText(/Kept for the field “Client credential/)).toBeVisible();
    enter(/^Application ID/, directoryId);
    enter(/^Directory ID/, applicationId);
    fireEvent.click(screen.getByRole('button', { name: 'Move to “Directory ID (tenant)”' }));
    expect(field(/^Application ID/)).toHaveValue(applicationId);
    expect(field(/^Directory ID/)).toHaveValue(directoryId);
    fireEvent.click(screen.getByRole('button', { name: 'Next: Client secret' }));
    await heading('3. Client secret');
    expect(field(/^Client credential/)).toHaveValue(secret);
  });
});

test('a secret ID is refused and does not count as a secret that is kept', async () => {
  const api = firm();
  await openTab({ api, hash: at('secret') });
  await heading('3. Client secret');
  enter(/^Client credential/, applicationId);
  fireEvent.blur(field(/^Client credential/));
  expect(await screen.findByText(/This is the secret ID/)).toBeVisible();
  expect(await screen.findByText('Draft kept')).toBeVisible();
  const [draft] = api.requests('PUT', '/entities/e1/registration/draft');
  expect(draft?.body).not.toHaveProperty('clientSecret');
  expect(steps().getByRole('link', { name: '3. Client secret to do' })).toBeVisible();
});

describe('the permissions', () => {
  test('are those of the chosen modules, one by one and together, and the delegated ones', async () => {
    await openTab({ api: firm({ ...unconnected, modules: ['calendar', 'mail'] }), hash: at('permissions') });
    await heading('5. Permissions');
    expect(screen.getByRole('button', { name: 'Copy: Calendar' })).toBeVisible();
    expect(screen.getByText('Calendars.ReadWrite')).toBeVisible();
    expect(screen.queryByText('Contacts.ReadWrite')).not.toBeInTheDocument();
    for (const right of ['POP.AccessAsUser.All', 'SMTP.Send', 'offline_access']) {
      expect(screen.getByText(right)).toBeVisible();
    }
    expect(
      screen.getByRole('button', { name: /^Copy: All application permissions, for your notes/ }),
    ).toBeVisible();
  });

  test('of a registration that was taken over: what is missing, what is too much, and the redirect URIs', async () => {
    const token = buildStep('app-token', 'ok');
    token.evidence = { ...token.evidence, rights: ['Calendars.ReadWrite', 'Sites.Read.All'] } as never;
    const api = firm({ ...buildEntity(), latestTest: buildTest({}, token) });
    await openTab({ api, hash: at('permissions') });
    expect(await screen.findByText(/^Missing: Contacts\.ReadWrite/)).toBeVisible();
    expect(screen.getByText(/More than the modules need: Sites\.Read\.All/)).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'To the redirect URIs' }));
    await heading('2. App registration');
    expect(screen.getAllByText('https://connect.example/auth/mailbox/callback')[0]).toBeVisible();
    expect(screen.getByText('http://localhost:50993/authorize/')).toBeVisible();
    fireEvent.click(screen.getByRole('checkbox', { name: /All three redirect URIs/ }));
    await waitFor(() =>
      expect(api.requests('PUT', '/entities/e1/setup-marks/redirect-uris')).toHaveLength(1),
    );
  });

  test('can be ticked and unticked', async () => {
    const api = firm();
    await openTab({ api, hash: at('permissions') });
    const tick = await screen.findByRole('checkbox', { name: 'All permissions are added' });
    fireEvent.click(tick);
    expect(await screen.findByText(/Ticked by Andrea Muster/)).toBeVisible();
    fireEvent.click(tick);
    await waitFor(() => expect(screen.queryByText(/Ticked by/)).not.toBeInTheDocument());
    expect(tick).not.toBeChecked();
  });
});

describe('a step in the wrong order', () => {
  test.each([
    ['secret', 'To the registration', '2. App registration'],
    ['test', 'To the values', '4. Values'],
  ])('leads to what comes first: %s', async (step, button, goal) => {
    await openTab({ api: firm(), hash: at(step) });
    fireEvent.click(await screen.findByRole('button', { name: button }));
    expect(await heading(goal)).toBeVisible();
  });

  test('shows what is stored where it has been done already', async () => {
    await openTab({ api: firm({ registration: buildRegistration() }), hash: at('registration') });
    expect(await screen.findByText(/was accepted by Microsoft/)).toBeVisible();
    expect(screen.queryByLabelText(/^Application ID/)).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Change the values' }));
    expect(await heading('4. Values')).toBeVisible();
  });
});

describe('Authenticated SMTP', () => {
  test('comes with commands for the mailbox that is entered, and with none for what is no address', async () => {
    await openTab({ api: firm(), hash: at('smtp') });
    await heading('7. Authenticated SMTP');
    enter(/^Mailbox in the commands/, 'anna@muster.example');
    expect(
      screen.getByText(
        "Set-CASMailbox -Identity 'anna@muster.example' -SmtpClientAuthenticationDisabled $false -PopEnabled $true",
      ),
    ).toBeVisible();
    enter(/^Mailbox in the commands/, "anna'; Remove-Mailbox x");
    expect(screen.getByText('This is not an e-mail address.')).toBeVisible();
    expect(screen.queryByText(/^Set-CASMailbox/)).not.toBeInTheDocument();
  });
});

describe('who does not set up', () => {
  test('an IT supporter sees every step with what to do there, and no field', async () => {
    const api = firm();
    api.me = buildMe({ roles: ['Reader'] });
    await openTab({ api, hash: at('registration') });
    expect(await heading('2. App registration')).toBeVisible();
    expect(screen.getByText(/Only administrators can enter values/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy: Name of the registration' })).toBeVisible();
    expect(screen.queryByLabelText(/^Application ID/)).not.toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: /All three redirect URIs/ })).toBeDisabled();
  });

  test('everybody else sees how far it is and whom to ask', async () => {
    const api = firm({ ...unconnected, setupMarks: [buildMark('roles')] });
    api.me = buildMe({ roles: ['User'] });
    await openTab({ api, hash: at() });
    expect(await heading('The set-up is done by your administrators')).toBeVisible();
    expect(screen.getByText(/Andrea Muster/, { selector: '.fui-MessageBarBody' })).toBeVisible();
    expect(screen.getByText(/2\. App registration: to do/)).toBeVisible();
    expect(screen.queryByRole('link', { name: /App registration/ })).not.toBeInTheDocument();
  });
});

test('the set-up shows the portal’s words in the language of the page and in English', async () => {
  await openTab({ api: firm(), hash: at('registration'), locale: 'de-CH' });
  expect(await heading('2. App-Registrierung')).toBeVisible();
  const english = screen.getAllByText((_text, element) =>
    /^Microsoft Entra admin center > Entra ID > App registrations > New registration$/.test(
      element?.textContent ?? '',
    ),
  );
  expect(english[0]).toHaveAttribute('lang', 'en');
  expect(screen.getAllByText('Neue Registrierung')[0]).toBeVisible();
});
