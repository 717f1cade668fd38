/** What is wrong with an archive; the caller knows the file's name and makes the sentence. */
export class ArchiveError extends Error {
  constructor(
    readonly reason: 'damaged' | 'too-large' | 'encrypted',
    message: string,
  ) {
    super(message);
    this.name = 'ArchiveError';
  }
}
