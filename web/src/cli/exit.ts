// How the command ends: its exit statuses, and the errors that lead to them.

/** The exit statuses of every subcommand; `examples/docs/reference/command.md` promises them to scripts. */
export const ExitStatus = {
	/** All is well. */
	ok: 0,
	/** There are problems in articles; everything else was done. */
	problems: 1,
	/** The command was called in a wrong way. */
	usage: 2,
	/** The work could not be done: a file could not be read or written, a disk is full, a part is missing. */
	failed: 3,
	/** Ctrl+C, or SIGTERM. */
	interrupted: 130,
} as const;

/** One of them. */
export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];

/** Ends the command with a message for its user instead of a stack. */
export class CommandError extends Error {
	/**
	 * @param message whole sentences
	 * @param status what the process exits with
	 * @param options the error behind it, as `cause`
	 */
	constructor(
		message: string,
		readonly status: ExitStatus = ExitStatus.failed,
		options?: ErrorOptions,
	) {
		super(message, options);
		this.name = "CommandError";
	}
}

/** Ends the command because of how it was called. */
export class UsageError extends CommandError {
	constructor(message: string) {
		super(message, ExitStatus.usage);
	}
}

const reasons: Record<string, string> = {
	EACCES: "permission denied",
	EDQUOT: "the disk quota is used up",
	EEXIST: "it is already there",
	EFBIG: "the file would be larger than is allowed here",
	EIO: "the disk reports an error",
	EISDIR: "it is a folder",
	ELOOP: "its links lead in a circle",
	EMFILE: "too many files are open",
	ENAMETOOLONG: "the name is too long",
	ENOENT: "it does not exist",
	ENOSPC: "there is no space left on the disk",
	ENOTDIR: "a part of its path is no folder",
	EPERM: "it is not permitted",
	EROFS: "the disk is read-only",
};

/**
 * Says in words why the system refused something.
 * @param error what a function of Node's threw
 * @returns half a sentence: "there is no space left on the disk"
 */
export function reasonOf(error: unknown): string {
	const { code, message } = error as NodeJS.ErrnoException;
	return (code && reasons[code]) ?? message ?? String(error);
}

/**
 * Makes the error of a system call one that a user can read; other errors are given back as they are, because they
 * are mistakes of ours.
 * @param doing what was tried: "write inkstone-index/index.json"
 */
export function readable(error: unknown, doing?: string): unknown {
	if (error instanceof CommandError || !isSystemError(error)) {
		return error;
	}
	const what = doing ?? `${error.syscall ?? "use"} ${error.path ?? "a file"}`;
	return new CommandError(
		`Cannot ${what}: ${reasonOf(error)} (${error.code}).`,
		ExitStatus.failed,
		{ cause: error },
	);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
	return (
		error instanceof Error &&
		typeof (error as NodeJS.ErrnoException).errno === "number"
	);
}
