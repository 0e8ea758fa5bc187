/** Prose of the document: paragraphs, **bold** and `code`, and nothing else of Markdown. */
export function Words({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>
          <Line text={paragraph} />
        </p>
      ))}
    </>
  );
}

/** Prose within a line. */
export function Line({ text }: { text: string }) {
  return (
    <>
      {text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((part) => {
        if (part.startsWith('**')) return <strong key={part}>{part.slice(2, -2)}</strong>;
        return part.startsWith('`') ? <code key={part}>{part.slice(1, -1)}</code> : part;
      })}
    </>
  );
}
