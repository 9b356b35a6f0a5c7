// Sensor puts the ground floor together: frames in, findings out. Its heart is `Inspector`, a plain value without
// thread, clock or I/O; `Replay` drives it from a savefile. It alone knows the order of things.
