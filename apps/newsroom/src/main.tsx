import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './design/fonts.css';
import './design/desk.css';
import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/queries';
import { readable, theme } from './design/theme';
import { beginTexts } from './i18n';
import { router } from './routes';
import { setTextSize, textSize } from './shell/reading-settings';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content;

// Dialogs hold the page still by a style of their own.
if (nonce) setNonce(nonce);
setTextSize(textSize());
await beginTexts();
const place = document.getElementById('newsroom');
if (!place) throw new Error('the page has no place for the newsroom');
createRoot(place).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={readable}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce ?? ''}
    >
      <QueryClientProvider client={queries}>
        <ModalsProvider>
          <Notifications position="bottom-right" />
          <RouterProvider router={router} />
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
