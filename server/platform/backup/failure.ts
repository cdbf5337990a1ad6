/** A backup or a restore that can't go on: what happened, and what the person at the keyboard can do about it. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** What the file system's errors mean for a file that is being written or read; null for any other error. */
export function fileFailure(error: unknown, path: string): BackupError | null {
  const { code = '' } = error as NodeJS.ErrnoException;
  const sentence = sentences[code];
  return sentence ? new BackupError(sentence(path)) : null;
}

const sentences: Readonly<Record<string, (path: string) => string>> = {
  ENOSPC: (path) => `The disk is full: there is no room for ${path}. Make room, or name a file on another disk.`,
  EDQUOT: (path) => `Your quota of the disk is used up: there is no room for ${path}. Make room, or name a file on another disk.`,
  EFBIG: (path) => `${path} would be larger than the file system allows. Name a file on another disk.`,
  EACCES: (path) => `${path} can not be opened: access is denied. Name another file, or run this as a user who may.`,
  EPERM: (path) => `${path} can not be opened: access is denied. Name another file, or run this as a user who may.`,
  EROFS: (path) => `${path} can not be written: its disk is read-only. Name a file on another disk.`,
  ENOENT: (path) => `There is no ${path}, or its folder does not exist.`,
  ENOTDIR: (path) => `${path} is not in a folder. Name another file.`,
  EISDIR: (path) => `${path} is a folder. Name a file.`,
  ENAMETOOLONG: () => 'The name of the file is too long. Name another one.',
  EIO: (path) => `The disk failed at ${path}. Nothing can be said of what it holds.`,
};
