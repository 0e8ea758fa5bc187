/** Tries until it holds; after `patience` milliseconds throws what it threw last. */
export async function eventually<T>(work: () => T | Promise<T>, patience = 20_000): Promise<T> {
  for (const until = Date.now() + patience; ;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resume) => setTimeout(resume, 40));
    }
  }
}
