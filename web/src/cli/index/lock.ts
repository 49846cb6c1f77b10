// Keeps two runs from writing into one folder at the same time. The lock is a file that says whose it is; its owner
// touches it while it runs, so that one whose owner was killed is known for what it is, on a shared disk too.

import { randomUUID } from "node:crypto";
import {
	mkdir,
	open,
	readFile,
	rename,
	rm,
	stat,
	utimes,
} from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** The lock's name in the folder that it locks. */
export const lockName = ".inkstone-lock";

const touchedEvery = 5_000;
const abandonedAfter = 60_000;
const askedEvery = 100;

interface Owner {
	pid: number;
	host: string;
	token: string;
}

/** A folder that is ours until it is released. */
export interface Lock {
	/** Whether it is still ours: a machine that has slept for long may have lost it. */
	holds(): Promise<boolean>;
	release(): Promise<void>;
}

/**
 * Locks a folder; waits while another run has it.
 * @param folder is made where it is missing
 * @param signal ends the wait
 * @param onWait is called once, with the process that has the folder, before waiting
 */
export async function lockFolder(
	folder: string,
	signal: AbortSignal,
	onWait: (owner: { pid: number; host: string }) => void,
): Promise<Lock> {
	await mkdir(folder, { recursive: true });
	const path = join(folder, lockName);
	const own: Owner = {
		pid: process.pid,
		host: hostname(),
		token: randomUUID(),
	};
	let waits = false;
	while (!(await take(path, own))) {
		signal.throwIfAborted();
		const other = await ownerOf(path);
		if (other && (await isAbandoned(path, other))) {
			await removeIfOf(path, other.token);
			continue;
		}
		if (other && !waits) {
			waits = true;
			onWait(other);
		}
		await wait(askedEvery, undefined, { signal });
	}
	const beat = setInterval(() => {
		const now = new Date();
		utimes(path, now, now).catch(() => {});
	}, touchedEvery);
	beat.unref();
	const holds = async () => (await ownerOf(path))?.token === own.token;
	return {
		holds,
		async release() {
			clearInterval(beat);
			if (await holds()) {
				await rm(path, { force: true });
			}
		},
	};
}

async function take(path: string, own: Owner): Promise<boolean> {
	try {
		const handle = await open(path, "wx");
		try {
			await handle.writeFile(JSON.stringify(own));
		} catch (error) {
			await rm(path, { force: true });
			throw error;
		} finally {
			await handle.close();
		}
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "EEXIST") {
			return false;
		}
		throw error;
	}
}

// A lock that is empty or cut off has an owner that is about to write, or was killed before it had.
async function ownerOf(path: string): Promise<Owner | undefined> {
	try {
		const text = await readFile(path, "utf8");
		try {
			return JSON.parse(text);
		} catch {
			return { pid: 0, host: "", token: text };
		}
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") {
			return undefined;
		}
		throw error;
	}
}

async function isAbandoned(path: string, owner: Owner): Promise<boolean> {
	if (owner.host === hostname() && !isRunning(owner.pid)) {
		return true;
	}
	const age = await stat(path).then(
		({ mtimeMs }) => Date.now() - mtimeMs,
		() => 0,
	);
	return age > (owner.pid === 0 ? touchedEvery : abandonedAfter);
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

// Another waiting run may have removed it already and made its own: what is moved away is looked at once more.
async function removeIfOf(path: string, token: string): Promise<void> {
	const aside = `${path}.${randomUUID()}`;
	try {
		await rename(path, aside);
	} catch {
		return;
	}
	const moved = await ownerOf(aside);
	if (moved && moved.token !== token) {
		await rename(aside, path);
		return;
	}
	await rm(aside, { force: true });
}
