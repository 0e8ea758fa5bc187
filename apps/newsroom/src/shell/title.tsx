import { createContext, useContext } from 'react';

/** Says what the window's title begins with; the frame adds the count of the inbox. */
export const TitleContext = createContext<(title: string) => void>(() => undefined);
export const useTitle = (): ((title: string) => void) => useContext(TitleContext);
