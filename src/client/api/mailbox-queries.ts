import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { SignInAttempt } from '../../shared/api/mailbox-sign-ins.ts';
import type { Mailbox, MailboxChange, MailboxImport, NewMailbox } from '../../shared/api/mailboxes.ts';
import { useLocale } from '../i18n/LocaleContext.tsx';
import { useApi } from './ApiContext.tsx';
import type { MailboxScope } from './mailbox-api.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';

/** All begin with `mailboxes`: a live event about one of them makes the pages ask again. */
export const mailboxKeys = {
  all: ['mailboxes'],
  list: (of: MailboxScope) => ['mailboxes', 'of', of],
  one: (id: string) => ['mailboxes', 'one', id],
  signIn: (id: string) => ['mailboxes', 'one', id, 'sign-in'],
} as const;

export function useMailboxes(of: MailboxScope) {
  const api = useApi();
  return useQuery({ queryKey: mailboxKeys.list(of), queryFn: () => api.mailboxes.list(of) });
}

/** A mailbox; what a list said of it stands meanwhile. */
export function useMailbox(id: string) {
  const api = useApi();
  const client = useQueryClient();
  return useQuery({
    queryKey: mailboxKeys.one(id),
    queryFn: () => api.mailboxes.one(id),
    placeholderData: () => known(client, id),
  });
}

function known(client: QueryClient, id: string): Mailbox | undefined {
  return (['own', 'firm'] as const)
    .flatMap((of) => client.getQueryData<Mailbox[]>(mailboxKeys.list(of)) ?? [])
    .find((mailbox) => mailbox.id === id);
}

/** Asks anew for all that pages show of mailboxes. */
export function useAskAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: mailboxKeys.all });
}

export function useCreateMailbox() {
  const api = useApi();
  const create = useOneAtATime((values: NewMailbox) => api.mailboxes.create(values));
  return useMutation({ mutationFn: create, onSuccess: useAskAgain() });
}

export function useChangeMailbox(id: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (change: MailboxChange) => api.mailboxes.change(id, change),
    onSuccess: useAskAgain(),
  });
}

export function useRemoveMailbox() {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.mailboxes.remove(id),
    onSuccess: (_nothing, id) => {
      // Its page may be open still, and would ask for what is gone.
      for (const scope of ['own', 'firm'] as const) {
        client.setQueryData<Mailbox[]>(mailboxKeys.list(scope), (list) =>
          list?.filter((each) => each.id !== id),
        );
      }
    },
  });
}

export function useImportMailboxes() {
  const api = useApi();
  const send = useOneAtATime((accounts: MailboxImport) => api.mailboxes.importMany(accounts));
  return useMutation({ mutationFn: send, onSuccess: useAskAgain() });
}

export function useStartSignIn(id: string) {
  const api = useApi();
  const client = useQueryClient();
  const { language } = useLocale();
  const start = useOneAtATime(() => api.mailboxes.startSignIn(id, language));
  return useMutation({
    mutationFn: start,
    onSuccess: ({ attempt }) => client.setQueryData(mailboxKeys.signIn(id), attempt),
  });
}

export function useCancelSignIn(id: string) {
  const api = useApi();
  return useMutation({ mutationFn: () => api.mailboxes.cancelSignIn(id) });
}

const signInEveryMs = 1_000;
/** The server's clock and this one may differ a little. */
const graceMs = 10_000;

/** Whether an attempt may still change by itself. */
export function isUnderWay(attempt: SignInAttempt | null | undefined, now: number): boolean {
  if (attempt?.status === 'redeeming') return true;
  return attempt?.status === 'waiting' && now < Date.parse(attempt.expiresAt) + graceMs;
}

/** The reader's own latest attempt, asked for each second while it is under way: its event may reach another process than this page's. */
export function useSignInAttempt(id: string, enabled: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: mailboxKeys.signIn(id),
    queryFn: () => api.mailboxes.signIn(id),
    enabled,
    refetchInterval: ({ state }) => (isUnderWay(state.data, Date.now()) ? signInEveryMs : false),
    // The window of the sign-in has the focus while the answer is wanted.
    refetchIntervalInBackground: true,
  });
}

export function useAnswerPending(id: string) {
  const api = useApi();
  return useMutation({
    mutationFn: ({ pendingId, accept }: { pendingId: string; accept: boolean }) =>
      api.mailboxes.answerPending(id, { id: pendingId, accept }),
    onSuccess: useAskAgain(),
  });
}

export function useTestMailbox(id: string) {
  const api = useApi();
  return useMutation({ mutationFn: () => api.mailboxes.test(id), onSettled: useAskAgain() });
}

export function useSendTestMail(id: string) {
  const api = useApi();
  return useMutation({ mutationFn: () => api.mailboxes.sendTestMail(id), onSettled: useAskAgain() });
}

export function useRetrieve(id: string) {
  const api = useApi();
  return useMutation({ mutationFn: () => api.mailboxes.retrieve(id), onSettled: useAskAgain() });
}
