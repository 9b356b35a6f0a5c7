// Capture is where frames come from: savefiles now, interfaces later. Every source is a `FrameSource`, which
// lends the bytes of one frame at a time. Errors here belong to the operator's world (no such file, not a
// savefile, disk trouble) and are thrown; a savefile that is damaged in the middle is data, and ends with the
// verdict `partial` after its last whole frame.
