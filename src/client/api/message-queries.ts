import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RetrievalSettings } from '../../shared/api/retrievals.ts';
import { useApi } from './ApiContext.tsx';

/** Below `mailboxes` and `entities`: a live event about one of those makes the pages ask again. */
export const messageKeys = {
  list: (mailboxId: string) => ['mailboxes', 'one', mailboxId, 'messages'],
  leftOut: (mailboxId: string) => ['mailboxes', 'one', mailboxId, 'left-out'],
  /** Apart: a message does not change, and what is open stays open when LEGAL 365 takes it over. */
  view: (mailboxId: string, messageId: string) => ['message', mailboxId, messageId],
  settings: (entityId: string) => ['entities', entityId, 'retrieval'],
} as const;

/** A mailbox's messages, newest first, page by page. */
export function useMailboxMessages(mailboxId: string) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: messageKeys.list(mailboxId),
    queryFn: ({ pageParam }) => api.messages.list(mailboxId, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
}

/** Those of a mailbox that were too large or refused. */
export function useLeftOut(mailboxId: string) {
  const api = useApi();
  return useQuery({
    queryKey: messageKeys.leftOut(mailboxId),
    queryFn: () => api.messages.leftOut(mailboxId),
  });
}

/** A message taken apart. Nothing of it is kept once it is closed. */
export function useMessage(mailboxId: string, messageId: string) {
  const api = useApi();
  return useQuery({
    queryKey: messageKeys.view(mailboxId, messageId),
    queryFn: () => api.messages.view(mailboxId, messageId),
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Fetches the whole message, or one attachment, as a file. */
export function useFetchFile(mailboxId: string, messageId: string) {
  const api = useApi();
  return useMutation({
    mutationFn: (attachment: number | null) =>
      attachment === null
        ? api.messages.content(mailboxId, messageId)
        : api.messages.attachment(mailboxId, messageId, attachment),
    gcTime: 0,
  });
}

export function useRetrievalSettings(entityId: string) {
  const api = useApi();
  return useQuery({
    queryKey: messageKeys.settings(entityId),
    queryFn: () => api.messages.settings(entityId),
  });
}

export function useChangeRetrieval(entityId: string) {
  const api = useApi();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (settings: RetrievalSettings) => api.messages.changeSettings(entityId, settings),
    onSuccess: (answer) => {
      client.setQueryData(messageKeys.settings(entityId), answer);
      return client.invalidateQueries({ queryKey: ['mailboxes'] });
    },
  });
}
