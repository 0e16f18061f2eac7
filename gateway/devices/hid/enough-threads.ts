// Opening, writing and closing a HID device each hold one of libuv's threads, of which there are four; one stuck device must not
// stop the disk. Read when the first is used, so this is imported before anything else.
process.env.UV_THREADPOOL_SIZE ??= '16'
