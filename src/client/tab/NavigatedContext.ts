import { createContext } from 'react';

/** Whether the person has gone from one page to another: the first page takes the focus from nobody. */
export const NavigatedContext = createContext(false);
