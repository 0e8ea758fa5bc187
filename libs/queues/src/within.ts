/** What `work` comes to, unless that takes longer. @throws Error when it does */
export function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, refuse) => {
      setTimeout(() => refuse(new Error('no answer in time')), milliseconds).unref();
    }),
  ]);
}
