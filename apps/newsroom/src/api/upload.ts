import i18next from 'i18next';
import type { z } from 'zod';
import { afterSignIn, csrf } from './client';
import { NoAnswer, problemFrom } from './problem';

/**
 * Sends a file as it is and tells how much of it has gone, from 0 to 1. When the session ends
 * meanwhile, it is sent again after signing in.
 * @throws ApiProblem when the API refuses, NoAnswer when nothing comes back
 */
export async function upload<S extends z.ZodType>(
  path: string,
  file: File,
  answer: S,
  onProgress: (part: number) => void,
): Promise<z.infer<S>> {
  let answered = await sent(path, file, onProgress);
  if (answered.status === 401 && (await afterSignIn()))
    answered = await sent(path, file, onProgress);
  if (answered.status >= 300) throw problemFrom(answered.body, answered.status);
  return answer.parse(answered.body);
}

/** XMLHttpRequest: `fetch` does not tell how much of a body has gone. */
function sent(
  path: string,
  file: File,
  onProgress: (part: number) => void,
): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept-Language', i18next.language);
    request.setRequestHeader('Idempotency-Key', crypto.randomUUID());
    request.setRequestHeader('X-CSRF-Token', csrf() ?? '');
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(total === 0 ? 1 : loaded / total);
    };
    request.onload = () => {
      resolve({ status: request.status, body: read(request.responseText) });
    };
    request.onerror = () => {
      reject(new NoAnswer());
    };
    request.send(file);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
