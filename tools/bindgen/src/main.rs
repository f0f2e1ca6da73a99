//! `bindgen INPUT.wasm OUT_DIR OUT_NAME`: the glue for a built module, as a script that is no ES module.
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [input, out_dir, out_name] = args.as_slice() else {
        eprintln!("usage: bindgen INPUT.wasm OUT_DIR OUT_NAME");
        std::process::exit(2);
    };
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(input).out_name(out_name).typescript(false).omit_default_module_path(true);
    if let Err(error) = bindgen.no_modules(true).and_then(|b| b.generate(out_dir)) {
        eprintln!("bindgen: {input}: {error:#}");
        std::process::exit(1);
    }
}
