import type { Environment } from './environment.js';
import { storageSettings } from './storage-settings.js';

/** What the environment says of media: where they are kept, and how large they may be. */
export const mediaSettings = (environment: Environment) => ({
  storage: storageSettings(environment),
  limits: {
    megabytes: {
      picture: environment.MEDIA_PICTURE_MEGABYTES,
      document: environment.MEDIA_DOCUMENT_MEGABYTES,
      audio: environment.MEDIA_SOUND_MEGABYTES,
      video: environment.MEDIA_SOUND_MEGABYTES,
    },
    megapixels: environment.MEDIA_MEGAPIXELS,
  },
});
